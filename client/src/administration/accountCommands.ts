import { type Account, accountsApi } from "@meridian/shared/accounts";
import { attempt } from "../lib/attempt.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";

const lookAgain = () => queryClient.invalidateQueries({ queryKey: ["directory"] });

export const deactivate = ({ id, name }: Pick<Account, "id" | "name">): Promise<boolean> =>
  attempt(async () => {
    await call(accountsApi.deactivate, { id });
    void lookAgain();
    toast({
      title: t("administration.deactivated", { name }),
      action: { label: t("app.undo"), onPress: () => void reactivate({ id, name }) },
    });
  });

export const reactivate = ({ id, name }: Pick<Account, "id" | "name">): Promise<boolean> =>
  attempt(async () => {
    await call(accountsApi.reactivate, { id });
    void lookAgain();
    toast({ title: t("administration.reactivated", { name }) });
  });

export const signOutAccount = ({ id, name }: Account): Promise<boolean> =>
  attempt(async () => {
    await call(accountsApi.signOut, { id });
    void lookAgain();
    toast({ title: t("administration.signedOut", { name }) });
  });

/** Throws what the server refuses: the dialog says it. Sent again, a merge that was cut off goes on. */
export async function mergeInto(from: Pick<Account, "id" | "name">, into: Pick<Account, "id" | "name">) {
  try {
    await call(accountsApi.merge, { id: from.id, into: into.id });
    toast({ title: t("administration.merge.done", { from: from.name, into: into.name }) });
  } finally {
    void lookAgain();
  }
}
