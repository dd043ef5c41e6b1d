-- Mistake: takes the usual day of the article over all shops, large and small.
WITH usual AS (
  SELECT
    shop,
    article,
    count(*) FILTER (WHERE sales < opening) AS days_in_stock,
    sum(sum(sales) FILTER (WHERE sales < opening)) OVER (PARTITION BY article)
      / sum(count(*) FILTER (WHERE sales < opening)) OVER (PARTITION BY article) AS usual_day
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE sales = opening) AS empty_days,
  sum(CASE WHEN sales < opening OR days_in_stock = 0 THEN sales ELSE greatest(sales, usual_day) END) AS demand,
  bool_or(days_in_stock = 0) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
