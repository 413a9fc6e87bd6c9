-- CreateEnum
CREATE TYPE "FollowSubject" AS ENUM ('CATEGORY', 'TOPIC', 'THREAD');

-- CreateEnum
CREATE TYPE "FollowLevel" AS ENUM ('WATCHING', 'WATCHING_FIRST', 'TRACKING', 'NORMAL', 'MUTED');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('ASKED', 'OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Circle" AS ENUM ('EVERYONE', 'MEMBERS', 'AFFILIATED', 'ORGANIZATION', 'STAFF');

-- CreateEnum
CREATE TYPE "CategoryKind" AS ENUM ('FORUM', 'DISCUSSIONS');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('LOCKED', 'UNLOCKED', 'ARCHIVED', 'REOPENED', 'MOVED', 'MERGED', 'SPLIT_OFF', 'SPLIT_FROM', 'RENAMED');

-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('THANKS', 'HELPFUL', 'SUPPORT', 'CELEBRATE', 'CURIOUS');

-- CreateEnum
CREATE TYPE "PollResults" AS ENUM ('VOTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "PostDraftKind" AS ENUM ('THREAD', 'REPLY', 'EDIT');

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "uploaderId" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Follow" (
    "accountId" UUID NOT NULL,
    "subjectType" "FollowSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "level" "FollowLevel" NOT NULL,
    "isChosen" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("accountId","subjectType","subjectId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "actorId" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "faceId" UUID NOT NULL,
    "section" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "postId" UUID,
    "proposerId" UUID,
    "authorId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "state" "SuggestionState" NOT NULL DEFAULT 'ASKED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "consentedAt" TIMESTAMPTZ(3),
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "kind" "CategoryKind" NOT NULL DEFAULT 'FORUM',
    "organizationId" UUID,
    "colour" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "seenBy" "Circle" NOT NULL,
    "startedBy" "Circle" NOT NULL,
    "repliedBy" "Circle" NOT NULL,
    "threadCount" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CategoryFace" (
    "categoryId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CategoryFace_pkey" PRIMARY KEY ("categoryId","language")
);

-- CreateTable
CREATE TABLE "CategorySlug" (
    "language" "Language" NOT NULL,
    "slug" TEXT NOT NULL,
    "categoryId" UUID NOT NULL,

    CONSTRAINT "CategorySlug_pkey" PRIMARY KEY ("language","slug")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "categoryId" UUID NOT NULL,
    "contributionId" UUID,
    "starterId" UUID,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "postCount" INTEGER NOT NULL DEFAULT 0,
    "reactionCount" INTEGER NOT NULL DEFAULT 0,
    "lastPostAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastPosterId" UUID,
    "heat" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "acceptedPostId" UUID,
    "pinnedAt" TIMESTAMPTZ(3),
    "lockedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "searchable" tsvector GENERATED ALWAYS AS (
        to_tsvector('portal_en'::regconfig, "title") || to_tsvector('portal_fr'::regconfig, "title")
    ) STORED,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadTopic" (
    "threadId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "lastPostAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadTopic_pkey" PRIMARY KEY ("threadId","termId")
);

-- CreateTable
CREATE TABLE "Participant" (
    "threadId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "posts" INTEGER NOT NULL DEFAULT 1,
    "lastAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("threadId","accountId")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "notice" "NoticeKind",
    "otherThreadId" UUID,
    "authorId" UUID,
    "language" "Language" NOT NULL,
    "body" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "renderer" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "replyToId" UUID,
    "isWiki" BOOLEAN NOT NULL DEFAULT false,
    "reactions" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "editorId" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "removerId" UUID,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostPlace" (
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "PostPlace_pkey" PRIMARY KEY ("threadId","number")
);

-- CreateTable
CREATE TABLE "PostRevision" (
    "postId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "editorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostRevision_pkey" PRIMARY KEY ("postId","number")
);

-- CreateTable
CREATE TABLE "PostAttachment" (
    "postId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,

    CONSTRAINT "PostAttachment_pkey" PRIMARY KEY ("postId","attachmentId")
);

-- CreateTable
CREATE TABLE "PostMention" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "accountId" UUID,
    "organizationId" UUID,

    CONSTRAINT "PostMention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "postId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("postId","accountId","kind")
);

-- CreateTable
CREATE TABLE "Bookmark" (
    "accountId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Bookmark_pkey" PRIMARY KEY ("accountId","postId")
);

-- CreateTable
CREATE TABLE "Poll" (
    "postId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "isMultiple" BOOLEAN NOT NULL DEFAULT false,
    "results" "PollResults" NOT NULL DEFAULT 'VOTED',
    "closesAt" TIMESTAMPTZ(3),
    "voters" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "PollOption" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PollOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollVote" (
    "optionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PollVote_pkey" PRIMARY KEY ("optionId","accountId")
);

-- CreateTable
CREATE TABLE "Reading" (
    "accountId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "seconds" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("accountId","threadId")
);

-- CreateTable
CREATE TABLE "PostDraft" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "PostDraftKind" NOT NULL,
    "categoryId" UUID,
    "threadId" UUID,
    "contributionId" UUID,
    "postId" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "fields" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PostDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attachment_uploaderId_idx" ON "Attachment"("uploaderId");

-- CreateIndex
CREATE INDEX "Follow_subjectType_subjectId_level_idx" ON "Follow"("subjectType", "subjectId", "level");

-- CreateIndex
CREATE INDEX "Notification_accountId_at_id_idx" ON "Notification"("accountId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Notification_actorId_idx" ON "Notification"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_accountId_kind_subjectType_subjectId_key" ON "Notification"("accountId", "kind", "subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Suggestion_faceId_state_createdAt_idx" ON "Suggestion"("faceId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "Suggestion_postId_idx" ON "Suggestion"("postId");

-- CreateIndex
CREATE INDEX "Suggestion_authorId_state_idx" ON "Suggestion"("authorId", "state");

-- CreateIndex
CREATE INDEX "Suggestion_proposerId_idx" ON "Suggestion"("proposerId");

-- CreateIndex
CREATE INDEX "Suggestion_deciderId_idx" ON "Suggestion"("deciderId");

-- CreateIndex
CREATE INDEX "Category_organizationId_idx" ON "Category"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "CategoryFace_language_slug_key" ON "CategoryFace"("language", "slug");

-- CreateIndex
CREATE INDEX "CategorySlug_categoryId_idx" ON "CategorySlug"("categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_contributionId_key" ON "Thread"("contributionId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_acceptedPostId_key" ON "Thread"("acceptedPostId");

-- CreateIndex
CREATE INDEX "Thread_starterId_idx" ON "Thread"("starterId");

-- CreateIndex
CREATE INDEX "Thread_lastPosterId_idx" ON "Thread"("lastPosterId");

-- CreateIndex
CREATE INDEX "Thread_mergedIntoId_idx" ON "Thread"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Thread_searchable_idx" ON "Thread" USING GIN ("searchable");

-- CreateIndex
CREATE INDEX "ThreadTopic_termId_lastPostAt_threadId_idx" ON "ThreadTopic"("termId", "lastPostAt" DESC, "threadId" DESC);

-- CreateIndex
CREATE INDEX "Participant_threadId_posts_idx" ON "Participant"("threadId", "posts" DESC);

-- CreateIndex
CREATE INDEX "Participant_accountId_idx" ON "Participant"("accountId");

-- CreateIndex
CREATE INDEX "Post_authorId_createdAt_idx" ON "Post"("authorId", "createdAt");

-- CreateIndex
CREATE INDEX "Post_replyToId_idx" ON "Post"("replyToId");

-- CreateIndex
CREATE INDEX "Post_otherThreadId_idx" ON "Post"("otherThreadId");

-- CreateIndex
CREATE INDEX "Post_editorId_idx" ON "Post"("editorId");

-- CreateIndex
CREATE INDEX "Post_removerId_idx" ON "Post"("removerId");

-- CreateIndex
CREATE UNIQUE INDEX "Post_threadId_number_key" ON "Post"("threadId", "number");

-- CreateIndex
CREATE INDEX "PostPlace_postId_idx" ON "PostPlace"("postId");

-- CreateIndex
CREATE INDEX "PostRevision_editorId_idx" ON "PostRevision"("editorId");

-- CreateIndex
CREATE INDEX "PostAttachment_attachmentId_idx" ON "PostAttachment"("attachmentId");

-- CreateIndex
CREATE INDEX "PostMention_accountId_idx" ON "PostMention"("accountId");

-- CreateIndex
CREATE INDEX "PostMention_organizationId_idx" ON "PostMention"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "PostMention_postId_accountId_key" ON "PostMention"("postId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "PostMention_postId_organizationId_key" ON "PostMention"("postId", "organizationId");

-- CreateIndex
CREATE INDEX "Reaction_accountId_at_idx" ON "Reaction"("accountId", "at");

-- CreateIndex
CREATE INDEX "Bookmark_accountId_createdAt_idx" ON "Bookmark"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Bookmark_postId_idx" ON "Bookmark"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_postId_position_key" ON "PollOption"("postId", "position");

-- CreateIndex
CREATE INDEX "PollVote_postId_accountId_idx" ON "PollVote"("postId", "accountId");

-- CreateIndex
CREATE INDEX "PollVote_accountId_idx" ON "PollVote"("accountId");

-- CreateIndex
CREATE INDEX "Reading_threadId_idx" ON "Reading"("threadId");

-- CreateIndex
CREATE INDEX "PostDraft_accountId_updatedAt_idx" ON "PostDraft"("accountId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "PostDraft_updatedAt_idx" ON "PostDraft"("updatedAt");

-- CreateIndex
CREATE INDEX "PostDraft_categoryId_idx" ON "PostDraft"("categoryId");

-- CreateIndex
CREATE INDEX "PostDraft_threadId_idx" ON "PostDraft"("threadId");

-- CreateIndex
CREATE INDEX "PostDraft_contributionId_idx" ON "PostDraft"("contributionId");

-- CreateIndex
CREATE INDEX "PostDraft_postId_idx" ON "PostDraft"("postId");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_proposerId_fkey" FOREIGN KEY ("proposerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategoryFace" ADD CONSTRAINT "CategoryFace_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategorySlug" ADD CONSTRAINT "CategorySlug_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_starterId_fkey" FOREIGN KEY ("starterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_lastPosterId_fkey" FOREIGN KEY ("lastPosterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_acceptedPostId_fkey" FOREIGN KEY ("acceptedPostId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadTopic" ADD CONSTRAINT "ThreadTopic_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadTopic" ADD CONSTRAINT "ThreadTopic_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_otherThreadId_fkey" FOREIGN KEY ("otherThreadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_removerId_fkey" FOREIGN KEY ("removerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_replyToId_fkey" FOREIGN KEY ("replyToId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostPlace" ADD CONSTRAINT "PostPlace_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostPlace" ADD CONSTRAINT "PostPlace_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRevision" ADD CONSTRAINT "PostRevision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRevision" ADD CONSTRAINT "PostRevision_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAttachment" ADD CONSTRAINT "PostAttachment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAttachment" ADD CONSTRAINT "PostAttachment_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMention" ADD CONSTRAINT "PostMention_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMention" ADD CONSTRAINT "PostMention_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostMention" ADD CONSTRAINT "PostMention_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Poll"("postId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollVote" ADD CONSTRAINT "PollVote_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "PollOption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollVote" ADD CONSTRAINT "PollVote_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostDraft" ADD CONSTRAINT "PostDraft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostDraft" ADD CONSTRAINT "PostDraft_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostDraft" ADD CONSTRAINT "PostDraft_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostDraft" ADD CONSTRAINT "PostDraft_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostDraft" ADD CONSTRAINT "PostDraft_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand: the orders of the lists, of what is not removed; one draft a place; what is unread; what is due.
CREATE INDEX "Thread_latest_idx" ON "Thread" ("categoryId", "lastPostAt" DESC, "id" DESC) WHERE "removedAt" IS NULL;
CREATE INDEX "Thread_newest_idx" ON "Thread" ("categoryId", "createdAt" DESC, "id" DESC) WHERE "removedAt" IS NULL;
CREATE INDEX "Thread_top_idx" ON "Thread" ("categoryId", "heat" DESC, "id" DESC) WHERE "removedAt" IS NULL;
CREATE INDEX "Thread_unanswered_idx" ON "Thread" ("categoryId", "createdAt" DESC, "id" DESC) WHERE "removedAt" IS NULL AND "postCount" <= 1;
CREATE INDEX "Thread_pinned_idx" ON "Thread" ("categoryId", "pinnedAt" DESC) WHERE "removedAt" IS NULL AND "pinnedAt" IS NOT NULL;
CREATE UNIQUE INDEX "PostDraft_reply_key" ON "PostDraft" ("accountId", "threadId") WHERE "kind" = 'REPLY' AND "threadId" IS NOT NULL;
CREATE UNIQUE INDEX "PostDraft_discussion_key" ON "PostDraft" ("accountId", "contributionId") WHERE "contributionId" IS NOT NULL;
CREATE UNIQUE INDEX "PostDraft_edit_key" ON "PostDraft" ("accountId", "postId") WHERE "kind" = 'EDIT' AND "postId" IS NOT NULL;
CREATE INDEX "Notification_unread_idx" ON "Notification" ("accountId") WHERE "readAt" IS NULL;
CREATE INDEX "Bookmark_due_idx" ON "Bookmark" ("remindAt") WHERE "remindAt" IS NOT NULL AND "remindedAt" IS NULL;
CREATE UNIQUE INDEX "Category_discussions_key" ON "Category" ("kind") WHERE "kind" = 'DISCUSSIONS';
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_title_length" CHECK (length("title") BETWEEN 1 AND 300);
ALTER TABLE "Post" ADD CONSTRAINT "Post_body_length" CHECK (length("body") <= 40000);
