import mongoose from "mongoose";

type Moment = mongoose.mongo.Timestamp;

const restores = () => mongoose.connection.db!.collection<{ at: Date; clusterTime: Moment }>("restores");

/** The database's own time, which orders everything that was committed. */
export async function clusterTime(): Promise<Moment> {
  const { operationTime } = await mongoose.connection.db!.command({ ping: 1 });
  return operationTime as Moment;
}

/** From now on this is another history than the one that clients have heard: a backup was put back. */
export async function beginHistory(): Promise<void> {
  await restores().insertOne({ at: new Date(), clusterTime: await clusterTime() });
}

/** When the database became what it is, if a backup was ever put back. */
export async function historyBegins(): Promise<Moment | undefined> {
  return (await restores().findOne({}, { sort: { _id: -1 } }))?.clusterTime;
}
