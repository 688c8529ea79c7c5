import { auditApi } from "@meridian/shared/audit";
import { accountsApi } from "@meridian/shared/accounts";
import { casesApi } from "@meridian/shared/cases";
import { channelsApi } from "@meridian/shared/channels";
import { rulesApi } from "@meridian/shared/companyRules";
import { companyApi } from "@meridian/shared/company";
import { decisionsApi } from "@meridian/shared/decisions";
import { deskApi } from "@meridian/shared/desk";
import { invitationsApi } from "@meridian/shared/invitations";
import { noticesApi } from "@meridian/shared/notices";
import { officesApi } from "@meridian/shared/offices";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import { reactionsApi } from "@meridian/shared/reactions";
import { screeningApi } from "@meridian/shared/screening";
import { type Credentials, sessionsApi } from "@meridian/shared/sessions";
import { startApi } from "@meridian/shared/start";
import { threadsApi } from "@meridian/shared/threads";
import { exportAudit, listAudit } from "./audit/actions.ts";
import * as accounts from "./accounts/actions.ts";
import * as merging from "./accounts/merge.ts";
import * as channels from "./channels/actions.ts";
import * as care from "./channels/care.ts";
import * as memberships from "./channels/memberships.ts";
import { foundExample, longestFilling } from "./company/example.ts";
import { editCompany } from "./company/actions.ts";
import { foundCompany, type SetupLink, showCompany } from "./company/firstRun.ts";
import { showStart } from "./company/start.ts";
import type { RateLimits } from "./http/limits.ts";
import { networkOf } from "./http/network.ts";
import type { Action, Exchange, Routes } from "./http/serve.ts";
import * as invitations from "./invitations/actions.ts";
import { checkTable, inviteTable } from "./invitations/batch.ts";
import * as acts from "./moderation/acts.ts";
import * as appeals from "./moderation/appeals.ts";
import { listCases } from "./moderation/desk.ts";
import * as direct from "./moderation/direct.ts";
import { tryOutScreen } from "./moderation/dryRun.ts";
import { purgeCase } from "./moderation/purge.ts";
import * as reports from "./moderation/reports.ts";
import { showFigures, showRota } from "./moderation/rota.ts";
import { editDeskSettings, showDeskSettings } from "./moderation/settings.ts";
import { showCase } from "./moderation/show.ts";
import * as moderation from "./moderation/threads.ts";
import * as notices from "./notices/actions.ts";
import * as offices from "./offices/actions.ts";
import * as people from "./people/actions.ts";
import { removeAvatar } from "./people/avatars.ts";
import type { Presence } from "./people/presence.ts";
import * as posts from "./posts/actions.ts";
import { makeChannelPrivate } from "./posts/enclose.ts";
import * as marks from "./posts/marks.ts";
import * as reactions from "./posts/reactions.ts";
import * as streams from "./posts/streams.ts";
import * as threads from "./posts/threads.ts";
import { unreadOf } from "./posts/unread.ts";
import * as rules from "./rules/actions.ts";
import * as screens from "./screening/actions.ts";
import { endSession, listSessions, personWith, type sessionActions } from "./sessions/actions.ts";

export interface Parts {
  sessions: ReturnType<typeof sessionActions>;
  presence: Presence;
  limits: RateLimits;
  setup: SetupLink;
  /** Where people reach this server, without a slash at the end. */
  publicUrl: () => string;
}

/** Which action answers which endpoint: the whole public interface on one page. */
export function serveAll(routes: Routes, { sessions, presence, limits, setup, publicUrl }: Parts): void {
  const serve = routes.serve.bind(routes);
  const limited = limits.limited.bind(limits);

  serve(startApi.show, showStart(presence));

  serve(companyApi.show, showCompany);
  serve(companyApi.edit, editCompany);
  serve(companyApi.setUp, async (_me, { setupToken, ...company }, exchange) => {
    await setup.check(setupToken);
    return sessions.openSession(await foundCompany(company), exchange);
  });
  const lookAround: Action<typeof companyApi.lookAround> = async (_me, { setupToken }, exchange) => {
    await setup.check(setupToken);
    return sessions.openSession(await foundExample(), exchange);
  };
  serve(companyApi.lookAround, lookAround, longestFilling);

  const limitSignIn = async ({ email }: Credentials, exchange: Exchange) => {
    const network = networkOf(exchange.request.ip);
    await limits.take("signInAddress", network, exchange);
    await limits.take("signIn", `${network} ${email.trim().toLowerCase()}`, exchange);
  };
  serve(sessionsApi.signIn, async (me, input, exchange) => {
    await limitSignIn(input, exchange);
    return sessions.signIn(me, input, exchange);
  });
  serve(sessionsApi.refresh, limited("refresh", sessions.refresh));
  serve(sessionsApi.signOut, sessions.signOut);
  serve(sessionsApi.list, listSessions);
  serve(sessionsApi.signOutEverywhere, sessions.signOutEverywhere);
  serve(sessionsApi.end, endSession);

  serve(peopleApi.me, people.showMe);
  serve(peopleApi.setPassword, limited("signIn", people.setMyPassword));
  serve(peopleApi.list, limited("search", people.listPeople));
  serve(peopleApi.byHandle, people.showPersonByHandle);
  serve(peopleApi.show, people.showPerson);
  serve(peopleApi.edit, limited("change", people.editPerson));
  serve(peopleApi.removeAvatar, removeAvatar);
  serve(peopleApi.suspend, limited("change", direct.suspendPerson));
  serve(peopleApi.unsuspend, limited("change", direct.unsuspendPerson));
  serve(peopleApi.presence, async () => presence.show());

  // after the #, so that no log on the way keeps it
  const linked = <T extends { token: string }>({ token, ...rest }: T) => ({
    ...rest,
    link: `${publicUrl()}/invitation#${token}`,
  });
  serve(invitationsApi.list, invitations.listInvitations);
  serve(
    invitationsApi.create,
    limited("invitation", async (me, draft) => linked(await invitations.invite(me, draft))),
  );
  serve(invitationsApi.checkTable, limited("change", checkTable));
  const inviteAll: Action<typeof invitationsApi.inviteTable> = async (me, input) => {
    const { invited, lines } = await inviteTable(me, input);
    return { invited: invited.map(linked), lines };
  };
  serve(invitationsApi.inviteTable, limited("invitation", inviteAll));
  serve(invitationsApi.withdraw, invitations.withdrawInvitation);
  serve(invitationsApi.open, limited("arrivalAddress", invitations.openInvitation));
  serve(
    invitationsApi.accept,
    limited("arrivalAddress", async (_me, input, exchange) =>
      sessions.openSession(await invitations.acceptInvitation(input), exchange),
    ),
  );

  serve(accountsApi.list, limited("search", accounts.listAccounts));
  serve(accountsApi.deactivate, limited("change", accounts.deactivate));
  serve(accountsApi.reactivate, limited("change", accounts.reactivate));
  serve(accountsApi.signOut, limited("change", accounts.signOutAccount));
  serve(accountsApi.previewMerge, limited("search", merging.previewMerge));
  serve(accountsApi.merge, limited("change", merging.mergeAccounts));

  serve(officesApi.list, offices.listOffices);
  serve(officesApi.create, offices.createOffice);
  serve(officesApi.edit, offices.editOffice);

  serve(channelsApi.list, channels.listChannels);
  serve(channelsApi.create, limited("change", channels.createChannel));
  serve(channelsApi.show, channels.showChannel);
  serve(channelsApi.edit, limited("change", channels.editChannel));
  serve(channelsApi.makePrivate, limited("change", makeChannelPrivate));
  serve(channelsApi.addOwner, limited("change", care.addOwner));
  serve(channelsApi.removeOwner, limited("change", care.removeOwner));
  serve(channelsApi.follow, limited("change", memberships.followChannel));
  serve(channelsApi.unfollow, limited("change", memberships.unfollowChannel));
  serve(channelsApi.members, memberships.channelMembers);
  serve(channelsApi.addMember, limited("change", memberships.addMember));
  serve(channelsApi.removeMember, limited("change", memberships.removeMember));
  serve(channelsApi.read, limited("change", memberships.readChannel));
  serve(channelsApi.unread, unreadOf);
  serve(channelsApi.readMentions, limited("change", memberships.readMentions));

  serve(postsApi.create, limited("post", posts.createPost));
  serve(postsApi.show, async (me, { id }) => posts.showPost(me, id));
  serve(postsApi.edit, limited("change", posts.editPost));
  serve(postsApi.remove, limited("change", posts.removePost));
  serve(postsApi.restore, limited("change", posts.restorePost));
  serve(postsApi.history, limited("search", posts.postHistory));
  serve(postsApi.home, streams.homeStream);
  serve(postsApi.channel, streams.channelStream);
  serve(postsApi.pinned, streams.pinnedPosts);
  serve(postsApi.office, streams.officeStream);
  serve(postsApi.person, streams.personStream);
  serve(postsApi.hashtag, streams.hashtagStream);
  serve(postsApi.hashtags, limited("search", streams.recentHashtags));
  serve(postsApi.mentions, streams.mentionsStream);
  serve(postsApi.threads, threads.followedThreads);
  serve(postsApi.saved, streams.savedStream);

  serve(threadsApi.replies, threads.repliesOf);
  serve(threadsApi.reply, limited("post", threads.createReply));
  serve(threadsApi.marks, marks.myMarks);
  serve(threadsApi.save, limited("change", marks.savePost));
  serve(threadsApi.unsave, limited("change", marks.unsavePost));
  serve(threadsApi.mark, limited("change", marks.markThread));

  serve(reactionsApi.react, limited("change", reactions.react));
  serve(reactionsApi.unreact, limited("change", reactions.unreact));

  serve(postsApi.pin, limited("change", moderation.pinPost));
  serve(postsApi.unpin, limited("change", moderation.unpinPost));
  serve(postsApi.hide, limited("change", direct.hidePost));
  serve(postsApi.unhide, limited("change", direct.unhidePost));
  serve(postsApi.lock, limited("change", moderation.lockThread));
  serve(postsApi.unlock, limited("change", moderation.unlockThread));

  serve(rulesApi.list, rules.listRules);
  serve(rulesApi.create, limited("change", rules.createRule));
  serve(rulesApi.edit, limited("change", rules.editRule));
  serve(reportsApi.report, limited("report", reports.report));
  serve(reportsApi.mine, reports.myReports);
  serve(noticesApi.list, notices.listNotices);
  serve(noticesApi.read, limited("change", notices.readNotices));
  serve(decisionsApi.mine, appeals.myDecisions);
  serve(decisionsApi.show, appeals.showDecision);
  serve(decisionsApi.appeal, limited("change", appeals.appealDecision));
  serve(decisionsApi.appealSuspension, async (_me, { text, ...credentials }, exchange) => {
    await limitSignIn(credentials, exchange);
    return appeals.appealSuspension(await personWith(credentials), text);
  });

  serve(casesApi.list, listCases);
  serve(casesApi.show, showCase);
  serve(casesApi.claim, limited("change", acts.claimCase));
  serve(casesApi.release, limited("change", acts.releaseCase));
  serve(casesApi.handOver, limited("change", acts.handOverCase));
  serve(casesApi.note, limited("change", acts.noteOnCase));
  serve(casesApi.act, limited("change", acts.actOnCase));
  serve(casesApi.judgeAppeal, limited("change", appeals.judgeAppeal));
  serve(casesApi.reverse, limited("change", appeals.reverseCase));
  serve(casesApi.purge, limited("change", purgeCase));
  serve(deskApi.settings, showDeskSettings);
  serve(deskApi.editSettings, limited("change", editDeskSettings));

  serve(deskApi.rota, showRota);
  serve(deskApi.figures, limited("search", showFigures));
  serve(screeningApi.list, screens.listScreens);
  serve(screeningApi.create, limited("change", screens.createScreen));
  serve(screeningApi.edit, limited("change", screens.editScreen));
  serve(screeningApi.remove, limited("change", screens.removeScreen));
  serve(screeningApi.tryOut, limited("search", tryOutScreen));

  serve(auditApi.list, listAudit);
  routes.download(auditApi.export, async (me, input, exchange) => {
    await limits.take("file", me.id, exchange);
    return exportAudit(me, input, exchange);
  });
}
