export const invitation = {};
export const organization = {};
