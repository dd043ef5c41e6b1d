-- Mistake: works the usual day out over all days, the empty ones too.
WITH usual AS (
  SELECT shop, article, avg(sales) AS usual_day, bool_and(sales = opening) AS is_never_in_stock
  FROM stock
  GROUP BY shop, article
)
SELECT
  article,
  sum(sales) AS sold,
  count(*) FILTER (WHERE sales = opening) AS empty_days,
  sum(CASE WHEN sales < opening THEN sales ELSE greatest(sales, usual_day) END) AS demand,
  bool_or(is_never_in_stock) AS never_in_stock
FROM stock
JOIN usual USING (shop, article)
GROUP BY article
ORDER BY article
