/** Why a file was not graded, in words for whoever typed the command. */
export class NotGraded extends Error {}
