package org.certassist.core.elsewhere;

import org.certassist.core.declaration.DeclarationId;

/// Which point it is: the row of a declaration that raised it, and the insurance. A person who is
/// hired anew raises a new one.
///
/// @param insurance in the profile's words, such as 医疗保险
public record PointId(DeclarationId declaration, int row, String insurance) {}
