/// A region's way of filing: its portal, its kinds, its calendar and what a filing there does not
/// cover.
@NullMarked
package org.certassist.core.profile;

import org.jspecify.annotations.NullMarked;
