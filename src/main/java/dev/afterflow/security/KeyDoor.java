package dev.afterflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The machines' door: {@code Authorization: Bearer afk_…} and nothing else; cookies are not looked at. */
class KeyDoor extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String INTAKE = "/api/intake/";
    private static final String KNOWN = KeyDoor.class.getName();

    private final Keys keys;

    KeyDoor(Keys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(KNOWN) == null) {
            key(request).ifPresent(key -> {
                keys.used(key);
                request.setAttribute(KNOWN, key.asking(scope(request)));
            });
        }
        if (request.getAttribute(KNOWN) instanceof Known known) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(known);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private Optional<ApiKey> key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER + KeyText.PREFIX) && header.length() < 100
                ? keys.find(header.substring(BEARER.length())) : Optional.empty();
    }

    /** {@code intake:orders} for {@code /api/intake/orders}. */
    static String scope(HttpServletRequest request) {
        String path = request.getRequestURI();
        String kind = path.startsWith(INTAKE) ? path.substring(INTAKE.length()).split("/", 2)[0] : "";
        return "intake:" + kind;
    }
}
