-- Mistake: puts the usual day in place of every empty day, even if more was sold.
WITH usual AS (
  SELECT shop, article, avg(sales) FILTER (WHERE sales < opening) AS usual_day
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE sales = opening) AS empty_days,
  sum(CASE WHEN sales < opening THEN sales ELSE coalesce(usual_day, sales) END) AS demand,
  bool_or(usual_day IS NULL) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
