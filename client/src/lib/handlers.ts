/** One handler for every event there is: a new event without one does not compile. */
export type Handlers<Events> = { [Type in keyof Events]: (data: Events[Type]) => void };
