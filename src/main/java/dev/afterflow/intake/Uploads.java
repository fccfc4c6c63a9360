package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Finds out which uploaded file is which file of a mapping: by the wish, by part name, by file name, or as the only one. */
@Component
class Uploads {

    private static final int MOST_FILES = 20;

    private final ImportFiles files;

    Uploads(ImportFiles files) {
        this.files = files;
    }

    /** Keeps the files by alias; a missing or superfluous one is a 422 and nothing is kept. */
    Map<String, ImportFiles.Kept> keep(MultipartHttpServletRequest request, Map<String, String> wished, Mapping mapping) {
        Map<String, MultipartFile> placed = place(parts(request), wished == null ? Map.of() : wished, mapping);
        Map<String, ImportFiles.Kept> kept = new LinkedHashMap<>();
        try {
            placed.forEach((alias, part) -> kept.put(alias, keep(part)));
            return kept;
        } catch (RuntimeException e) {
            kept.values().forEach(file -> files.drop(file.stored()));
            throw e;
        }
    }

    private ImportFiles.Kept keep(MultipartFile part) {
        try (InputStream in = part.getInputStream()) {
            return files.keep(name(part), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MultipartFile> parts(MultipartHttpServletRequest request) {
        List<MultipartFile> parts = new ArrayList<>();
        request.getMultiFileMap().forEach((name, members) -> {
            if (!name.equals("job")) {
                parts.addAll(members);
            }
        });
        if (parts.isEmpty() || parts.size() > MOST_FILES) {
            throw Problem.invalid("files", "count", "请上传 1 到 " + MOST_FILES + " 个文件", "Upload 1 to " + MOST_FILES + " files");
        }
        return parts;
    }

    private static Map<String, MultipartFile> place(List<MultipartFile> parts, Map<String, String> wished, Mapping mapping) {
        Map<String, MultipartFile> placed = new LinkedHashMap<>();
        List<MultipartFile> left = new ArrayList<>(parts);
        mapping.files().forEach((alias, source) -> {
            MultipartFile part = parts.stream().filter(file -> fits(file, alias, source, wished)).findFirst().orElse(null);
            if (part == null && mapping.files().size() == 1 && parts.size() == 1) {
                part = parts.get(0);
            }
            if (part != null) {
                placed.put(alias, part);
                left.remove(part);
            } else if (!source.optional()) {
                throw Problem.invalid("files." + alias, "missing", "缺少文件“" + wanted(alias, source) + "”",
                        "The file '" + wanted(alias, source) + "' is missing");
            }
        });
        if (!left.isEmpty()) {
            throw Problem.invalid("files", "superfluous", "映射中没有这个文件:" + name(left.get(0)),
                    "The mapping has no use for file " + name(left.get(0)));
        }
        return placed;
    }

    private static boolean fits(MultipartFile file, String alias, Mapping.Source source, Map<String, String> wished) {
        if (wished.containsKey(alias)) {
            return name(file).equals(wished.get(alias));
        }
        return file.getName().equals(alias) || source.file() != null && name(file).matches(pattern(source.file()));
    }

    private static String pattern(String wanted) {
        return "(?i)" + Pattern.quote(wanted).replace("*", "\\E.*\\Q");
    }

    private static String wanted(String alias, Mapping.Source source) {
        return source.file() == null ? alias : source.file();
    }

    /** The file's own name without folders or signs that do not belong in a name. */
    static String name(MultipartFile part) {
        String given = part.getOriginalFilename() == null ? part.getName() : part.getOriginalFilename();
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\"<>]", "_");
        return name.length() <= 200 ? name : name.substring(0, 200);
    }
}
