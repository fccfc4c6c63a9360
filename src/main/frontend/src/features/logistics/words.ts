export const unknownKey = ['unknownParcels'];
