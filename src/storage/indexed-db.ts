/** IndexedDB's requests and transactions as promises. */

export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/**
 * Nothing more follows: the database has all of the transaction when this returns, and keeps it whatever becomes of the page.
 * Resolves once it is kept.
 */
export function committed(transaction: IDBTransaction): Promise<void> {
  transaction.commit()
  return done(transaction)
}

/** Resolves once everything that the transaction wrote is kept. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
