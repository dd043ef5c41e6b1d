export const candidateInvitations = {};
