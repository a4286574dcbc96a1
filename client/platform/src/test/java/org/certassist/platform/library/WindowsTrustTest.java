package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Access control lists as Windows has them, made by hand.
class WindowsTrustTest {
  private record Principal(String name) implements UserPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }

  private static AclEntry allow(String who, AclEntryPermission... rights) {
    return entry(AclEntryType.ALLOW, who, rights).build();
  }

  private static AclEntry.Builder entry(
      AclEntryType type, String who, AclEntryPermission... rights) {
    return AclEntry.newBuilder()
        .setType(type)
        .setPrincipal(new Principal(who))
        .setPermissions(rights);
  }

  @Test
  void aFileThatUsersMayWriteIsInDoubt() {
    for (String who : List.of("Everyone", "BUILTIN\\Users", "NT AUTHORITY\\Authenticated Users")) {
      assertThat(
              WindowsTrust.everybodyMayChange(
                  List.of(allow(who, AclEntryPermission.WRITE_DATA)), false))
          .as(who)
          .isTrue();
    }
  }

  @Test
  void aFileThatUsersMayReadIsNot() {
    assertThat(
            WindowsTrust.everybodyMayChange(
                List.of(
                    allow(
                        "BUILTIN\\Users", AclEntryPermission.READ_DATA, AclEntryPermission.EXECUTE),
                    allow("NT AUTHORITY\\SYSTEM", AclEntryPermission.WRITE_DATA)),
                false))
        .isFalse();
  }

  @Test
  void makingFoldersInTheRootReplacesNothing() {
    List<AclEntry> root =
        List.of(
            allow(
                "NT AUTHORITY\\Authenticated Users",
                AclEntryPermission.APPEND_DATA,
                AclEntryPermission.READ_DATA),
            entry(
                    AclEntryType.ALLOW,
                    "NT AUTHORITY\\Authenticated Users",
                    AclEntryPermission.DELETE)
                .setFlags(AclEntryFlag.INHERIT_ONLY)
                .build());
    assertThat(WindowsTrust.everybodyMayChange(root, true)).isFalse();
  }

  @Test
  void aFolderWhoseFilesUsersMayDeleteIsInDoubt() {
    assertThat(
            WindowsTrust.everybodyMayChange(
                List.of(allow("Everyone", AclEntryPermission.DELETE_CHILD)), true))
        .isTrue();
  }

  @Test
  void whatIsDeniedGivesNoRight() {
    assertThat(
            WindowsTrust.everybodyMayChange(
                List.of(
                    entry(AclEntryType.DENY, "Everyone", AclEntryPermission.WRITE_DATA).build()),
                false))
        .isFalse();
  }

  @Test
  void knowsWindowsOwnAccounts() {
    assertThat(WindowsTrust.isAdministrator("NT SERVICE\\TrustedInstaller")).isTrue();
    assertThat(WindowsTrust.isAdministrator("BUILTIN\\Administrators")).isTrue();
    assertThat(WindowsTrust.isAdministrator("OFFICE-PC\\wang")).isFalse();
  }
}
