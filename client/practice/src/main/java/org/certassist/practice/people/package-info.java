/// Units and persons that exist in practice only: who the practice key belongs to, whom the portal
/// knows something about, and rows for a sample.
@NullMarked
package org.certassist.practice.people;

import org.jspecify.annotations.NullMarked;
