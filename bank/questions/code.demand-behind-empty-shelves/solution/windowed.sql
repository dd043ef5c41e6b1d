WITH days AS (
  SELECT
    article,
    opening,
    sales,
    sum(CASE WHEN sales < opening THEN sales ELSE 0 END) OVER pair AS sold_in_stock,
    sum((sales < opening)::int) OVER pair AS days_in_stock
  FROM stock
  WINDOW pair AS (PARTITION BY shop, article)
),
estimated AS (
  SELECT
    article,
    sales,
    sales = opening AS is_empty,
    days_in_stock,
    CASE
      WHEN sales < opening OR days_in_stock = 0 OR sales * days_in_stock >= sold_in_stock THEN sales
      ELSE sold_in_stock::float8 / days_in_stock
    END AS demand
  FROM days
)
SELECT
  article,
  sum(sales) AS sold,
  sum(is_empty::int) AS empty_days,
  sum(demand) AS demand,
  min(days_in_stock) = 0 AS never_in_stock
FROM estimated
GROUP BY article
ORDER BY article
