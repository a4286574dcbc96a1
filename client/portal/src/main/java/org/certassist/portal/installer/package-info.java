/// Makers' installers of drivers, downloaded over OkHttp: behind core's `InstallerDownload`.
///
/// What comes is bytes and goes on as they come; whether they are the right ones is decided where
/// they are written.
@NullMarked
package org.certassist.portal.installer;

import org.jspecify.annotations.NullMarked;
