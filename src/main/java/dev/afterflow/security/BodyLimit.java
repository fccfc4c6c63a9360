package dev.afterflow.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** No body longer than its path allows: 1 MB of JSON, more for bulk intake, imports and evidence, less for notices. */
class BodyLimit extends DoorFilter {

    private static final long MB = 1 << 20;

    BodyLimit(Answers answers) {
        super(answers);
    }

    static long limit(String path) {
        if (path.startsWith("/api/intake/")) {
            return 32 * MB;
        }
        if (path.startsWith("/api/imports")) {
            return 512 * MB;
        }
        if (path.matches("/api/cases/[^/]+/evidence")) {
            return 101 * MB;
        }
        if (path.equals("/sandbox/stripe/v1/files") || path.equals("/api/studio/proposals") || path.startsWith("/api/modeler/")) {
            return 8 * MB;
        }
        return path.startsWith("/api/notices/") ? MB / 4 : MB;
    }

    @Override
    HttpServletRequest admit(HttpServletRequest request) {
        long limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            throw Problem.tooLarge(limit);
        }
        boolean unknownLength = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        return unknownLength ? new Counted(request, limit) : request;
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counter(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counter extends ServletInputStream {

        private final ServletInputStream in;
        private final long limit;
        private long read;

        Counter(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = in.read(bytes, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw Problem.tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
