-- Mistake: takes a day without a sale for a day without stock.
WITH usual AS (
  SELECT shop, article, avg(sales) FILTER (WHERE sales < opening AND sales > 0) AS usual_day
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE sales = opening) AS empty_days,
  sum(CASE WHEN sales < opening AND sales > 0 THEN sales ELSE greatest(sales, usual_day) END) AS demand,
  bool_or(usual_day IS NULL AND sales = opening) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
