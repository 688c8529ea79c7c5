import { app } from "./fr/app.ts";
import { channels } from "./fr/channels.ts";
import { composer } from "./fr/composer.ts";
import { errors } from "./fr/errors.ts";
import { firstRun } from "./fr/firstRun.ts";
import { moderation } from "./fr/moderation.ts";
import { offices } from "./fr/offices.ts";
import { people } from "./fr/people.ts";
import { posts } from "./fr/posts.ts";
import { reactions } from "./fr/reactions.ts";
import { settings } from "./fr/settings.ts";
import { signIn } from "./fr/signIn.ts";
import { streams } from "./fr/streams.ts";
import { threads } from "./fr/threads.ts";
import { times } from "./fr/times.ts";
import { toast } from "./fr/toast.ts";
import type { TextsOf } from "./shape.ts";

/** All texts in French. */
export const fr = {
  app,
  signIn,
  firstRun,
  people,
  offices,
  channels,
  posts,
  composer,
  threads,
  reactions,
  streams,
  moderation,
  settings,
  errors,
  times,
  toast,
} satisfies TextsOf<"one" | "many" | "other">;
