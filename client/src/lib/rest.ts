import { queryClient } from "./cache.ts";

const longest = 3_000;
let reached: Promise<void> | undefined;

/** Resolves once the page has drawn what it fetched first, or after three seconds: what nobody waits for begins then. */
export const atRest = (): Promise<void> => (reached ??= nothingFetched().then(drawn));

function nothingFetched(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (queryClient.isFetching() === 0) end();
    };
    const stop = queryClient.getQueryCache().subscribe(look);
    const timer = setTimeout(() => end(), longest);
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    look();
  });
}

/** A moment after the next frame. A hidden page draws none: then a moment has to do. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 800);
    requestAnimationFrame(() => setTimeout(resolve, 200));
  });
}
