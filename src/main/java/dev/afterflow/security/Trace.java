package dev.afterflow.security;

import dev.afterflow.database.Fence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request a number that stands in the log, in the audit and in the answer to an accident,
 * and puts the fence up around nothing until somebody is known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Trace extends OncePerRequestFilter {

    static final String ID = "trace";
    static final String ADDRESS = "address";

    static String id() {
        String id = MDC.get(ID);
        return id == null ? fresh() : id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ID) == null) {
            request.setAttribute(ID, fresh());
        }
        MDC.put(ID, (String) request.getAttribute(ID));
        MDC.put(ADDRESS, request.getRemoteAddr());
        Fence.up(Set.of());
        try {
            chain.doFilter(request, response);
        } finally {
            Fence.down();
            MDC.remove(ID);
            MDC.remove(ADDRESS);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
