import { type Account, canBeMerged, canDeactivate } from "@meridian/shared/accounts";
import { canSuspend } from "@meridian/shared/people";
import { Ban, DoorClosed, DoorOpen, Ellipsis, LogOut, Merge, RotateCcw, UserPen } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { liftSuspension } from "../people/commands.ts";
import { SuspendDialog } from "../people/SuspendDialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Menu } from "../ui/Menu.tsx";
import { MenuChoice, MenuLine } from "../ui/MenuChoice.tsx";
import { deactivate, reactivate, signOutAccount } from "./accountCommands.ts";
import { AccountDialog } from "./AccountDialog.tsx";
import { MergeDialog } from "./MergeDialog.tsx";

/** What an admin does about an account. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<"change" | "suspend" | "merge">();
  const { name, state } = account;
  const close = () => setOpen(undefined);
  const trigger = (
    <IconButton
      label={t("administration.actionsFor", { name })}
      icon={<Ellipsis size={18} aria-hidden />}
      side="left"
    />
  );
  return (
    <>
      <Menu trigger={trigger}>
        {account.merged ? null : state === "deactivated" ? (
          <MenuChoice icon={<DoorOpen size={16} aria-hidden />} onPress={() => void reactivate(account)}>
            {t("administration.reactivate")}
          </MenuChoice>
        ) : (
          <>
            <MenuChoice icon={<UserPen size={16} aria-hidden />} onPress={() => setOpen("change")}>
              {t("administration.change")}
            </MenuChoice>
            <MenuChoice
              icon={<LogOut size={16} aria-hidden />}
              disabled={account.sessions === 0}
              onPress={() => void signOutAccount(account)}
            >
              {t("administration.signOut")}
            </MenuChoice>
            {canSuspend(me, account) && <MenuLine />}
            {state === "suspended" ? (
              <MenuChoice
                icon={<RotateCcw size={16} aria-hidden />}
                onPress={() => void liftSuspension(account)}
              >
                {t("moderation.liftSuspension", { name })}
              </MenuChoice>
            ) : (
              canSuspend(me, account) && (
                <MenuChoice danger icon={<Ban size={16} aria-hidden />} onPress={() => setOpen("suspend")}>
                  {t("moderation.suspend", { name })}
                </MenuChoice>
              )
            )}
            {canDeactivate(me, account) && (
              <MenuChoice
                danger
                icon={<DoorClosed size={16} aria-hidden />}
                onPress={() => void deactivate(account)}
              >
                {t("administration.deactivate")}
              </MenuChoice>
            )}
          </>
        )}
        {canBeMerged(me, account) && (
          <MenuChoice danger icon={<Merge size={16} aria-hidden />} onPress={() => setOpen("merge")}>
            {t(account.merged ? "administration.merge.goOn" : "administration.merge.into")}
          </MenuChoice>
        )}
      </Menu>
      {open === "change" && <AccountDialog account={account} onClose={close} />}
      {open === "merge" && <MergeDialog account={account} onClose={close} />}
      {open === "suspend" && <SuspendDialog person={account} open onClose={close} />}
    </>
  );
}
