package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks a controller method's {@code @PreAuthorize} before its arguments are read, so that a stranger learns nothing from
 * a wrong body; one of ours without a rule is never called.
 */
class RuleFirst implements HandlerInterceptor {

    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && ours(method)) {
            PreAuthorize rule = rule(method);
            if (rule == null) {
                throw new AccessDeniedException("No rule at " + method);
            }
            if (!rule.value().contains("#")) {
                demand(method);
            }
        }
        return true;
    }

    static boolean ours(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("dev.afterflow");
    }

    static PreAuthorize rule(HandlerMethod method) {
        PreAuthorize own = method.getMethodAnnotation(PreAuthorize.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), PreAuthorize.class);
    }

    private void demand(HandlerMethod method) {
        Object[] unread = new Object[method.getMethod().getParameterCount()];
        AuthorizationResult result = rules.authorize(() -> SecurityContextHolder.getContext().getAuthentication(),
                new SimpleMethodInvocation(method.getBean(), method.getMethod(), unread));
        if (result == null || !result.isGranted()) {
            throw new AccessDeniedException("Refused by the rule at " + method);
        }
    }
}
