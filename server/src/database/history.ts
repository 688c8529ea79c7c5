import mongoose from "mongoose";

type Moment = mongoose.mongo.Timestamp;

const history = () => mongoose.connection.db!.collection<{ _id: string; begins: Moment }>("history");
const here = { _id: "here" };

/** The database's own time, which orders everything that was committed. */
export async function clusterTime(): Promise<Moment> {
  const { operationTime } = await mongoose.connection.db!.command({ ping: 1 });
  return operationTime as Moment;
}

/** From now on this is another history than the one that clients have heard: a backup was put back. */
export async function beginHistory(): Promise<void> {
  await history().updateOne(here, { $set: { begins: await clusterTime() } }, { upsert: true });
}

/** When the database became what it is, if a backup was ever put back. */
export async function historyBegins(): Promise<Moment | undefined> {
  return (await history().findOne(here))?.begins;
}
