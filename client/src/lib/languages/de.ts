import { app } from "./de/app.ts";
import { channels } from "./de/channels.ts";
import { composer } from "./de/composer.ts";
import { errors } from "./de/errors.ts";
import { firstRun } from "./de/firstRun.ts";
import { moderation } from "./de/moderation.ts";
import { offices } from "./de/offices.ts";
import { people } from "./de/people.ts";
import { posts } from "./de/posts.ts";
import { reactions } from "./de/reactions.ts";
import { settings } from "./de/settings.ts";
import { signIn } from "./de/signIn.ts";
import { streams } from "./de/streams.ts";
import { threads } from "./de/threads.ts";
import { times } from "./de/times.ts";
import { toast } from "./de/toast.ts";
import type { TextsOf } from "./shape.ts";

/** All texts in German. */
export const de = {
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
} satisfies TextsOf<"one" | "other">;
