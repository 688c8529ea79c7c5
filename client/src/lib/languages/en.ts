import { app } from "./en/app.ts";
import { channels } from "./en/channels.ts";
import { composer } from "./en/composer.ts";
import { errors } from "./en/errors.ts";
import { firstRun } from "./en/firstRun.ts";
import { moderation } from "./en/moderation.ts";
import { offices } from "./en/offices.ts";
import { people } from "./en/people.ts";
import { posts } from "./en/posts.ts";
import { reactions } from "./en/reactions.ts";
import { settings } from "./en/settings.ts";
import { signIn } from "./en/signIn.ts";
import { streams } from "./en/streams.ts";
import { threads } from "./en/threads.ts";
import { times } from "./en/times.ts";
import { toast } from "./en/toast.ts";

/** All texts in English, by noun. The other languages' types follow from these. */
export const en = {
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
} as const;
