/// The practice portal: docs/portal-api.yaml as an HTTPS server on loopback. A request passes
/// `PracticePortal` (limits) → `Routes` (which act) → `Acts` (the act) → `SignatureCheck`,
/// `DeclarationCheck`, `PortalStore`; rows are looked at afterwards by `Caseworker`. It shares no
/// class with the client's portal adapter, so that it catches the client's mistakes.
@NullMarked
package org.certassist.practice.portal;

import org.jspecify.annotations.NullMarked;
