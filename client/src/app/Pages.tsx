import { Component, type ReactNode } from "react";
import { useLocation } from "../lib/navigation.ts";
import { Broken } from "./Broken.tsx";
import { OutletFor } from "./Outlet.tsx";
import { pageAt, partsOf } from "./pages.ts";
import { useScroll } from "./useScroll.ts";

/** The page that the address names. */
export function Pages() {
  const { key, pathname } = useLocation();
  useScroll();
  const drawn = partsOf(pageAt(pathname).page).reduceRight<ReactNode>(
    (inner, Part) => (
      <OutletFor inner={inner}>
        <Part />
      </OutletFor>
    ),
    null,
  );
  return <Boundary place={key}>{drawn}</Boundary>;
}

/** Says that a page can't be drawn, until the reader goes elsewhere. */
class Boundary extends Component<{ place: string; children: ReactNode }, { brokenAt?: string }> {
  override state: { brokenAt?: string } = {};

  override componentDidCatch() {
    this.setState({ brokenAt: this.props.place });
  }

  static getDerivedStateFromError = () => ({ brokenAt: "" });

  override render() {
    const { brokenAt } = this.state;
    return brokenAt === "" || brokenAt === this.props.place ? <Broken /> : this.props.children;
  }
}
