/// Certificates: who holds one and what the portal would say of it (0, 800…823).
@NullMarked
package org.certassist.core.certificate;

import org.jspecify.annotations.NullMarked;
