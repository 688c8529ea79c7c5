import { Navigate } from "../ui/Link.tsx";

/** The administration opens with its people. */
export const FirstSection = () => <Navigate to="/administration/people" />;
