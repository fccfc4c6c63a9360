package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.AntPathMatcher;

/**
 * What a browser's request must look like before anybody asks who sent it: unsafe calls come from our own pages and
 * bodies are JSON (files only where files are taken).
 */
class Manners extends DoorFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> UPLOADS = Set.of("/api/imports", "/api/imports/preview", "/api/cases/*/evidence", "/api/studio/proposals");
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    Manners(Answers answers) {
        super(answers);
    }

    @Override
    HttpServletRequest admit(HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod())) {
            demandOwnPage(request);
            demandJson(request);
        }
        return request;
    }

    private static void demandOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean foreign = site != null && !site.equals("same-origin") || origin != null && !origin.equals(own(request));
        if (foreign) {
            throw Problem.forbidden("security.foreignPage", "该操作不是从本系统的页面发出的", "This call does not come from our own page");
        }
    }

    private static String own(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    private static void demandJson(HttpServletRequest request) {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (body && !readable(request.getContentType(), request.getRequestURI())) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "request.mediaType", "请以 JSON（application/json）提交",
                    "Send JSON (application/json)");
        }
    }

    private static boolean readable(String type, String path) {
        try {
            MediaType media = MediaType.parseMediaType(type == null ? "" : type);
            return media.isCompatibleWith(MediaType.APPLICATION_JSON)
                    || media.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                    && UPLOADS.stream().anyMatch(upload -> PATHS.match(upload, path));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
