package org.certassist.bridge.host;

import java.util.List;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;

/// One opened module: what can be asked of the tokens behind it.
///
/// The secrets in requests belong to the caller, who wipes them after the call.
public interface KeyEngine {
  /// What the module says about itself.
  Response.Opened about() throws HostFault;

  List<TokenView> tokens() throws HostFault;

  /// Which tokens are plugged in, at as little cost as the module allows.
  List<TokenId> present() throws HostFault;

  PinState pinState(TokenId token) throws HostFault;

  Response.LoggedIn login(Request.Login login) throws HostFault;

  void changePin(Request.ChangePin change) throws HostFault;

  void unblockPin(Request.UnblockPin unblock) throws HostFault;

  void logout(TokenId token) throws HostFault;

  Response.Signed sign(Request.Sign sign) throws HostFault;

  Response.Signed signByMechanism(Request.SignByMechanism sign) throws HostFault;

  List<Long> mechanisms(Request.ListMechanisms list) throws HostFault;

  TokenId initToken(Request.InitToken init) throws HostFault;

  Response.KeyMade generateKey(Request.GenerateKey generate) throws HostFault;

  void storeCertificate(Request.StoreCertificate store) throws HostFault;
}
