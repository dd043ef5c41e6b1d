-- One row per article: article, sold, empty_days, demand, never_in_stock.
SELECT article, sum(sales) AS sold
FROM stock
GROUP BY article
ORDER BY article
