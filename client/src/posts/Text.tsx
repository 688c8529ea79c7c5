import type { Block, Inline } from "@meridian/shared/text";
import { Fragment, type ReactNode } from "react";
import { Link } from "../ui/Link.tsx";

const linkClasses = "font-medium text-accent underline decoration-1 underline-offset-2 hover:decoration-2";
const nameClasses = "rounded-sm bg-accent-wash px-1 py-px font-medium text-accent-deep hover:underline";

/** A post's text as elements. There is no way for it to become HTML. */
export function Text({ blocks }: { blocks: Block[] }) {
  return (
    <div className="space-y-2 [overflow-wrap:anywhere]">
      {blocks.map((block, at) => (
        // a text never changes its blocks' order without being another text
        <BlockNode key={at} block={block} />
      ))}
    </div>
  );
}

function BlockNode({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines nodes={block.children} />
        </p>
      );
    case "code":
      return (
        <pre
          tabIndex={0}
          className="max-h-96 overflow-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm leading-5"
        >
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote className="border-l-3 border-line pl-3 text-soft">
          <Text blocks={block.children} />
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Text blocks={item} />
        </li>
      ));
      return block.start === null ? (
        <ul className="list-disc space-y-1 pl-6">{items}</ul>
      ) : (
        <ol start={block.start} className="list-decimal space-y-1 pl-6">
          {items}
        </ol>
      );
    }
  }
}

const Inlines = ({ nodes }: { nodes: Inline[] }) =>
  nodes.map((node, at) => <Fragment key={at}>{drawInline(node)}</Fragment>);

function drawInline(node: Inline): ReactNode {
  switch (node.type) {
    case "text":
      return node.text;
    case "break":
      return <br />;
    case "code":
      return <code className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.9em]">{node.text}</code>;
    case "strong":
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      );
    case "link":
      return (
        <a href={safe(node.href)} target="_blank" rel="noreferrer noopener nofollow" className={linkClasses}>
          <Inlines nodes={node.children} />
        </a>
      );
    case "person":
      return (
        <Link to={`/people/${node.handle}`} className={nameClasses}>
          @{node.handle}
        </Link>
      );
    case "office":
      return (
        <Link to={`/offices/${node.slug}`} className={nameClasses}>
          @{node.slug}
        </Link>
      );
    case "hashtag":
      return (
        <Link to={`/hashtags/${encodeURIComponent(node.tag)}`} className={linkClasses}>
          #{node.tag}
        </Link>
      );
  }
}

/** The server lets these schemes through only; a second lock costs nothing. */
const safe = (href: string): string | undefined => (/^(https?:|mailto:)/i.test(href) ? href : undefined);
