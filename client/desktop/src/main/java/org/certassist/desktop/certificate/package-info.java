/// The place of the certificates: those on the keys and those in files that somebody sent, what
/// stands in each, what the portal would say and why, and how one is renewed or upgraded. Start
/// with [org.certassist.desktop.certificate.CertificatesPlace].
@NullMarked
package org.certassist.desktop.certificate;

import org.jspecify.annotations.NullMarked;
