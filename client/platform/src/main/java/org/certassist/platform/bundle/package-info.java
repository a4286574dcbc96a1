/// The bundle for the helpdesk as a zip file: ours is written, a stranger's is read within bounds.
@NullMarked
package org.certassist.platform.bundle;

import org.jspecify.annotations.NullMarked;
