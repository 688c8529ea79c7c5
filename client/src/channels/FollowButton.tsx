import type { Channel } from "@meridian/shared/channels";
import { Bell, BellOff, Check, ChevronDown, LogOut } from "lucide-react";
import { useRef, useState } from "react";
import { refocus } from "../lib/refocus.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Confirm } from "../ui/Confirm.tsx";
import { Menu } from "../ui/Menu.tsx";
import { MenuChoice } from "../ui/MenuChoice.tsx";
import { followChannel, muteChannel, unfollowChannel } from "./commands.ts";
import { useMembership } from "./queries.ts";

interface FollowButtonProps {
  channel: Channel;
  /** On a phone without the word: where a name needs the room. */
  compact?: boolean;
}

/** Follow; or, for those who do, mute and unfollow. */
export function FollowButton({ channel, compact }: FollowButtonProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const membership = useMembership(channel.id);
  const place = useRef<HTMLSpanElement>(null);
  const during = async (command: Promise<boolean>) => {
    setBusy(true);
    await command.finally(() => setBusy(false));
    // another button stands there now
    refocus(() => place.current?.querySelector("button"));
  };
  if (!membership?.following) {
    return (
      <span ref={place} className="contents">
        <Button
          variant="primary"
          size="small"
          busy={busy}
          aria-label={t("channels.followOne", { channel: channel.name })}
          onClick={() => void during(followChannel(channel))}
        >
          {t("channels.follow")}
        </Button>
      </span>
    );
  }
  const { muted } = membership;
  const state = muted ? t("channels.muted") : t("channels.following");
  const trigger = (
    <Button
      size="small"
      busy={busy}
      icon={muted ? <BellOff size={14} aria-hidden /> : <Check size={14} aria-hidden />}
      aria-label={t("channels.standing", { channel: channel.name, state })}
    >
      <span className={compact ? "hidden sm:inline" : undefined}>{state}</span>
      <ChevronDown size={14} aria-hidden className="text-soft" />
    </Button>
  );
  return (
    <span ref={place} className="contents">
      <Menu trigger={trigger}>
        <MenuChoice
          icon={muted ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
          onPress={() => void during(muteChannel(channel, !muted))}
        >
          <span className="block">{t(muted ? "channels.unmute" : "channels.mute")}</span>
          {!muted && <span className="block max-w-60 text-xs text-soft">{t("channels.muteText")}</span>}
        </MenuChoice>
        <MenuChoice
          icon={<LogOut size={16} aria-hidden />}
          danger={channel.private}
          onPress={() => (channel.private ? setLeaving(true) : void during(unfollowChannel(channel)))}
        >
          {t(channel.private ? "channels.leave" : "channels.unfollow")}
        </MenuChoice>
      </Menu>
      <Confirm
        open={leaving}
        onOpenChange={setLeaving}
        title={t("channels.leaveTitle", { channel: channel.name })}
        text={t("channels.leaveText")}
        action={t("channels.leave")}
        busy={busy}
        onConfirm={() => void during(unfollowChannel(channel)).then(() => setLeaving(false))}
      />
    </span>
  );
}
