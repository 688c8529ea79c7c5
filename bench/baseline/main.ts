// The bare baseline: Express and Socket.IO with nothing of Meridian. With MONGODB_URI each post is one majority insert.
import express from "express";
import { type Collection, MongoClient } from "mongodb";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

interface BarePost {
  _id: string;
  author: string;
  body: string;
  createdAt: string;
}

const pageSize = 60;
const uri = process.env["MONGODB_URI"];
const posts: Collection<BarePost> | undefined = uri
  ? (await new MongoClient(uri).connect()).db("bare").collection<BarePost>("posts")
  : undefined;
await posts?.drop();
await posts?.createIndex({ createdAt: -1, _id: -1 });
const newest: BarePost[] = [];

const app = express();
const server = createServer(app);
const io = new Server(server, { serveClient: false, perMessageDeflate: false });
let told = 0;

app.use(express.json());
app.post("/posts", async (request, response) => {
  const { body, author } = request.body as { body: string; author: string };
  const post = { _id: randomBytes(12).toString("hex"), author, body, createdAt: new Date().toISOString() };
  await posts?.insertOne(post, { writeConcern: { w: "majority", journal: true } });
  if (newest.unshift(post) > pageSize) newest.pop();
  told += 1;
  const place = String(told);
  io.emit("events", {
    from: place,
    to: place,
    events: [{ type: "post:created", data: post, cursor: place }],
  });
  response.status(201).json(post);
});
app.get("/posts", async (_request, response) => {
  const page = posts ? await posts.find().sort({ createdAt: -1, _id: -1 }).limit(pageSize).toArray() : newest;
  response.json({ posts: page, next: null });
});

server.listen(0, "127.0.0.1", () => {
  console.log(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on("disconnect", () => process.exit(0));
