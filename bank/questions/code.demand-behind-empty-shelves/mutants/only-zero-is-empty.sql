-- Mistake: takes only days that began without stock for empty days, not those that sold out.
WITH usual AS (
  SELECT shop, article, avg(sales) FILTER (WHERE opening > 0) AS usual_day
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE opening = 0) AS empty_days,
  sum(CASE WHEN opening > 0 THEN sales ELSE greatest(sales, usual_day) END) AS demand,
  bool_or(usual_day IS NULL) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
