/** A command cannot be executed; the message gives the reason to the user. */
export class NotGraded extends Error {}
