package dev.afterflow.security;

import dev.afterflow.database.Fence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Moves the fence from nothing to the asker's shops for the rest of the request, asynchronous dispatches included. */
class FenceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Fence.up(Who.ifAny().map(Who::shops).orElse(Set.of()));
        try {
            chain.doFilter(request, response);
        } finally {
            Fence.up(Set.of());
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
