package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Over plain HTTP only this machine is spoken to, and by its own name: that also stops a foreign name which was pointed at
 * this machine (DNS rebinding).
 */
class PlainHttp extends DoorFilter {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1");

    PlainHttp(Answers answers) {
        super(answers);
    }

    @Override
    HttpServletRequest admit(HttpServletRequest request) {
        if (!request.isSecure() && !OWN_NAMES.contains(request.getServerName())) {
            throw Problem.forbidden("security.plainHttp", "未加密的 HTTP 只为本机提供服务；请使用 HTTPS，或通过 localhost 访问",
                    "Plain HTTP is served on this machine only; use HTTPS, or open it as localhost");
        }
        return request;
    }
}
