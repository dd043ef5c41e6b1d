-- Mistake: adds NULL where there is no usual day, which a sum passes over.
WITH usual AS (
  SELECT shop, article, avg(sales) FILTER (WHERE sales < opening) AS usual_day
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE sales = opening) AS empty_days,
  sum(CASE WHEN sales < opening THEN sales WHEN usual_day > sales THEN usual_day WHEN usual_day <= sales THEN sales END) AS demand,
  bool_or(usual_day IS NULL) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
