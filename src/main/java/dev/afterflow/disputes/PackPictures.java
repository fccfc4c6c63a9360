package dev.afterflow.disputes;

import dev.afterflow.cases.Evidence;
import dev.afterflow.disputes.DisputePacks.Entry;
import dev.afterflow.pictures.Pictures;
import dev.afterflow.prints.Print;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pictures as a pack's PDF shows them: drawn smaller where all of them would be too heavy for it; the ZIP holds them as they are kept. */
@Component
class PackPictures {

    /** A bank takes a PDF of 5 MB, Shopify one of 4: the rest is for the words. [A][STR-FIX][SHOP] */
    static final long MOST_BYTES = 3_400_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final Set<String> DRAWN = Set.of("image/jpeg", "image/png");

    private final Evidence evidence;
    private final Pictures pictures;

    PackPictures(Evidence evidence, Pictures pictures) {
        this.evidence = evidence;
        this.pictures = pictures;
    }

    /** Is it drawn into the PDF? Other files stand in the ZIP only. */
    static boolean isDrawn(Entry entry) {
        return DRAWN.contains(entry.mediaType());
    }

    /** A page for each picture, under its name and the hash of the kept one. */
    List<Print.Section> pages(List<Entry> files, boolean chinese) {
        List<Entry> drawn = files.stream().filter(PackPictures::isDrawn).toList();
        boolean heavy = drawn.stream().mapToLong(Entry::size).sum() > MOST_BYTES;
        return drawn.stream().map(file -> page(file, heavy ? MOST_BYTES / drawn.size() : Long.MAX_VALUE, chinese)).toList();
    }

    private Print.Section page(Entry file, long mostBytes, boolean chinese) {
        byte[] kept = evidence.content(file.evidenceId());
        try {
            Pictures.Light light = pictures.within(kept, file.mediaType(), MOST_PIXELS, mostBytes);
            String smaller = light.content() == kept ? "" : chinese ? "\n此处为缩小图，原图在 ZIP 中" : "\nDrawn smaller here; the ZIP holds it as it is";
            return new Print.Section(file.name(), "SHA-256 " + file.sha256() + smaller, light.content(), file.name());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
