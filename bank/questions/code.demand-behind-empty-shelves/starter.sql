-- One row per article: article, sold, empty_days, demand, is_lower_bound.
SELECT article, sum(sales) AS sold
FROM stock
GROUP BY article
ORDER BY article
