/// What the helpdesk gets: that it can be read, and that it names nobody.
@NullMarked
package org.certassist.core.helpdesk;

import org.jspecify.annotations.NullMarked;
