-- Mistake: divides a whole sum by a whole count and loses the fraction.
WITH usual AS (
  SELECT shop, article, sum(sales) FILTER (WHERE sales < opening) / nullif(count(*) FILTER (WHERE sales < opening), 0) AS usual_day
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE sales = opening) AS empty_days,
  sum(CASE WHEN sales < opening THEN sales ELSE greatest(sales, usual_day) END) AS demand,
  bool_or(usual_day IS NULL) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
