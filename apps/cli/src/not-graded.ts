/** A command cannot be carried out; the message tells the user why. */
export class NotGraded extends Error {}
