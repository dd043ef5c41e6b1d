export const reportQuestion = {};
