/// What the portal charges for a month, held against what was filed: before anyone pays.
@NullMarked
package org.certassist.core.reconcile;

import org.jspecify.annotations.NullMarked;
